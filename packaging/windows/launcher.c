/* The program's two .exe files: the window's, and with -DCONSOLE the command line's. Each loads the Python that lies in
   `python` beside it and runs `desktop` in this very process, so that the manifest, the name and the icon hold for it.
   The reading process is this program too, started with --worker. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>

#define LONGEST 32768
#define START L"import sys; sys.frozen = True; from desktop.cli import main; sys.exit(main())"

typedef int (*Main)(int, wchar_t **);

static int give_up(const wchar_t *path)
{
    wchar_t words[LONGEST + 200];
    _snwprintf(words, LONGEST + 199, L"Kh\u00F4ng m\u1EDF \u0111\u01B0\u1EE3c / Could not be loaded:\n%ls\n(%lu)", path, GetLastError());
    words[LONGEST + 199] = 0;
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", words);
#else
    MessageBoxW(NULL, words, L"T\u1EE7 B\u00E1o C\u00E1o", MB_ICONERROR);
#endif
    return 1;
}

int wmain(int argc, wchar_t **argv)
{
    static wchar_t self[LONGEST], library[LONGEST];
    DWORD length = GetModuleFileNameW(NULL, self, LONGEST);
    wchar_t *end;
    HMODULE python;
    Main run = NULL;
    wchar_t **words = calloc((size_t)argc + 6, sizeof *words);
    int count = 0, i;

    if (!words || !length || length >= LONGEST - 40)
        return give_up(self);
    wcscpy(library, self);
    end = wcsrchr(library, L'\\');
    wcscpy(end ? end + 1 : library, L"python\\python311.dll");
    SetDllDirectoryW(L""); /* nothing is loaded from the folder a report lies in */
    python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (python)
        run = (Main)(void *)GetProcAddress(python, "Py_Main");
    if (!run)
        return give_up(library);
    words[count++] = self;
    words[count++] = L"-I";
    words[count++] = L"-X";
    words[count++] = L"utf8";
    words[count++] = L"-c";
    words[count++] = START;
    for (i = 1; i < argc; i++)
        words[count++] = argv[i];
    return run(count, words);
}

#ifndef CONSOLE
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, LPWSTR line, int show)
{
    int argc;
    wchar_t **argv = CommandLineToArgvW(GetCommandLineW(), &argc);
    (void)self, (void)before, (void)line, (void)show;
    return argv ? wmain(argc, argv) : 1;
}
#endif
