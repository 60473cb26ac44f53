/* The private interpreter: finds libpython beside itself wherever the folder lies, without touching the environment. */
int Py_BytesMain(int argc, char **argv);

int main(int argc, char **argv) { return Py_BytesMain(argc, argv); }
