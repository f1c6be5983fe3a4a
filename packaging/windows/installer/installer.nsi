; The installer. The build defines VERSION, PUBLISHER, OUTPUT, KILOBYTES, PICTURES (a folder), FILES (a folder with the
; two generated lists), and FAST for quick builds that are only tried.
;
;   /S            no questions             /D=FOLDER     where to (last, without quotation marks)
;   /ALLUSERS     for everyone on the machine, started with administrator's rights
;   /DESKTOP=1    a shortcut on the desktop               /OPENWITH=0   not under "Open with"
;
; Exit status: 0 done, 1 cancelled, 2 failed, 4 Windows too old, 5 Danqian is running, 6 /ALLUSERS without the rights.
Unicode true
Target amd64-unicode
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!define NAME "Danqian"
!define TITLE "丹铅 Danqian"
!define PROGRAM "danqian-gui.exe"
!define CONSOLE "danqian.exe"
!define DOCUMENT "Danqian.Document"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define TOO_OLD 4
!define RUNNING 5
!define NO_RIGHTS 6

Name "$(ProductTitle)"
OutFile "${OUTPUT}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true
BrandingText "$(ProductTitle) ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
!macro VersionOf LANGUAGE DESCRIPTION
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${TITLE}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${DESCRIPTION}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "© 2026 ${PUBLISHER}"
!macroend
!insertmacro VersionOf 2052 "丹铅 安装程序"
!insertmacro VersionOf 1028 "丹鉛 安裝程式"
!insertmacro VersionOf 1033 "Danqian Setup"

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include Sections.nsh

Var Former    ; the folder of the copy that is installed already, or nothing
Var Switches
Var Value

!include "scope.nsh"
!include "running.nsh"
!include "open_with.nsh"
!include "appearance.nsh"

Function .onInit
  ${GetParameters} $Switches
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel ${TOO_OLD}
    Quit
  ${EndIf}
  Call ChooseScope
  Call ChooseSections
  !insertmacro RefuseWhileRunning "" "$Former"
FunctionEnd

Function un.onInit
  Call un.FindScope
  !insertmacro RefuseWhileRunning "un." "$INSTDIR"
FunctionEnd

Section "$(ProgramSection)" ProgramSection
  SectionIn RO
  !insertmacro RefuseWhileRunning "" "$INSTDIR"
  Call RemoveFormer
  !include "${FILES}/install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
  ; A command prompt that finds danqian and reads its pipes as UTF-8.
  CreateShortcut "$SMPROGRAMS\$(PromptName).lnk" "$SYSDIR\cmd.exe" \
    '/k chcp 65001 >nul & set "PATH=$INSTDIR;%PATH%"' "$INSTDIR\${CONSOLE}"
  WriteRegStr SHCTX "${UNINSTALL}" "PromptName" "$(PromptName)"
  Call RegisterProgram
SectionEnd

Section "$(OpenWithSection)" OpenWithSection
  Call RegisterOpenWith
SectionEnd

Section /o "$(DesktopSection)" DesktopSection
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
SectionEnd

Section "Uninstall"
  !include "${FILES}/uninstall.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only where it is empty: what a user put there stays
  ReadRegStr $Value SHCTX "${UNINSTALL}" "PromptName"
  Delete "$SMPROGRAMS\$Value.lnk"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  Call un.UnregisterOpenWith
  DeleteRegKey SHCTX "${APP_PATHS}\${PROGRAM}"
  DeleteRegKey SHCTX "${APP_PATHS}\${CONSOLE}"
  DeleteRegKey SHCTX "${UNINSTALL}"
SectionEnd

; What is chosen at the start: as it was the last time, or as the switches say.
Function ChooseSections
  ${If} ${FileExists} "$DESKTOP\${TITLE}.lnk"
    !insertmacro SelectSection ${DesktopSection}
  ${EndIf}
  ReadRegStr $Value SHCTX "${CLASSES}\${DOCUMENT}" ""
  ${If} $Former != ""
  ${AndIf} $Value == ""
    !insertmacro UnselectSection ${OpenWithSection}
  ${EndIf}
  ${GetOptions} $Switches "/DESKTOP=" $Value
  ${If} $Value == "1"
    !insertmacro SelectSection ${DesktopSection}
  ${EndIf}
  ${GetOptions} $Switches "/OPENWITH=" $Value
  ${If} $Value == "0"
    !insertmacro UnselectSection ${OpenWithSection}
  ${EndIf}
FunctionEnd

; The copy that is there goes first, wherever it is, by its own uninstaller: exactly the files that it had brought.
Function RemoveFormer
  ${If} $Former != ""
  ${AndIf} ${FileExists} "$Former\uninstall.exe"
    InitPluginsDir
    CopyFiles /SILENT "$Former\uninstall.exe" "$PLUGINSDIR\former.exe"
    ExecWait '"$PLUGINSDIR\former.exe" /S _?=$Former'
  ${EndIf}
FunctionEnd

Function RegisterProgram
  WriteRegStr SHCTX "${APP_PATHS}\${PROGRAM}" "" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${APP_PATHS}\${CONSOLE}" "" "$INSTDIR\${CONSOLE}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
FunctionEnd
