; The installer for Windows x86-64, made on Linux by packaging/installer.py. Per user: no administrator is asked for.
;   /S                 asks and shows nothing
;   /POLICY=FILE       copies FILE as policy.ini beside the program
;   /NOSHORTCUTS       no entry in the Start menu, none on the desktop
;   /NOASSOCIATION     leaves .tubaocao files and tubaocao: links as they are
;   /PORTABLE          only the files, with portable.txt: nothing in the registry, no shortcut, no uninstaller
;   /D=FOLDER          where to; must come last, without quotes
; Exit status: 0 installed, 1 stopped by the user, 2 failed.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestLongPathAware true
!include LogicLib.nsh
!include FileFunc.nsh
!include MUI2.nsh
!include "${LIST}"

Name "Tủ Báo Cáo ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\TuBaoCao"
InstallDirRegKey HKCU "Software\TuBaoCao" "Folder"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Tủ Báo Cáo"
VIAddVersionKey /LANG=0 "FileDescription" "Tủ Báo Cáo – Setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\TuBaoCao"
!insertmacro MUI_PAGE_LICENSE "${FOLDER}/LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\Tu Bao Cao.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

Var Words
Var Value

Section
  ${GetParameters} $Words
  SetOutPath "$INSTDIR"
  ; what an older version had and this one has not must not be found by Python
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  ClearErrors
  !insertmacro INSTALL_FILES
  ${If} ${Errors}
    SetErrorLevel 2
    Abort
  ${EndIf}
  ClearErrors
  ${GetOptions} $Words "/POLICY=" $Value
  ${IfNot} ${Errors}
    ClearErrors
    CopyFiles /SILENT "$Value" "$INSTDIR\policy.ini"
    ${If} ${Errors}
      SetErrorLevel 2
      Abort
    ${EndIf}
  ${EndIf}
  ClearErrors
  ${GetOptions} $Words "/PORTABLE" $Value
  ${IfNot} ${Errors}
    FileOpen $0 "$INSTDIR\portable.txt" w
    FileClose $0
    Return
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\TuBaoCao" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Tủ Báo Cáo"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Tu Bao Cao.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ClearErrors
  ${GetOptions} $Words "/NOSHORTCUTS" $Value
  ${If} ${Errors}
    CreateShortcut "$SMPROGRAMS\Tủ Báo Cáo.lnk" "$INSTDIR\Tu Bao Cao.exe"
    CreateShortcut "$DESKTOP\Tủ Báo Cáo.lnk" "$INSTDIR\Tu Bao Cao.exe"
  ${EndIf}
  ClearErrors
  ${GetOptions} $Words "/NOASSOCIATION" $Value
  ${If} ${Errors}
    WriteRegStr HKCU "Software\Classes\.tubaocao" "" "TuBaoCao.Library"
    WriteRegStr HKCU "Software\Classes\TuBaoCao.Library" "" "Tủ báo cáo"
    WriteRegStr HKCU "Software\Classes\TuBaoCao.Library\DefaultIcon" "" "$INSTDIR\Tu Bao Cao.exe,0"
    WriteRegStr HKCU "Software\Classes\TuBaoCao.Library\shell\open\command" "" '"$INSTDIR\Tu Bao Cao.exe" --store "%1"'
    WriteRegStr HKCU "Software\Classes\tubaocao" "" "URL:Tủ Báo Cáo"
    WriteRegStr HKCU "Software\Classes\tubaocao" "URL Protocol" ""
    WriteRegStr HKCU "Software\Classes\tubaocao\shell\open\command" "" '"$INSTDIR\Tu Bao Cao.exe" "%1"'
  ${EndIf}
SectionEnd

; Only what was installed goes: libraries, notes, settings, policy.ini and whatever else lies here stay.
Section Uninstall
  !insertmacro REMOVE_FILES
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Tủ Báo Cáo.lnk"
  Delete "$DESKTOP\Tủ Báo Cáo.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\TuBaoCao"
  ReadRegStr $Value HKCU "Software\Classes\.tubaocao" ""
  ${If} $Value == "TuBaoCao.Library"
    DeleteRegKey HKCU "Software\Classes\.tubaocao"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\TuBaoCao.Library"
  DeleteRegKey HKCU "Software\Classes\tubaocao"
SectionEnd
