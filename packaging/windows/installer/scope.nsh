; For this user, or with /ALLUSERS for everyone: SHCTX, $SMPROGRAMS and $DESKTOP follow it.

; Set the scope, $Former and $INSTDIR: /D= first, then where the last copy is, then the usual place.
Function ChooseScope
  SetRegView 64
  SetShellVarContext current
  ClearErrors
  ${GetOptions} $Switches "/ALLUSERS" $Value
  ${IfNot} ${Errors}
    UserInfo::GetAccountType
    Pop $Value
    ${If} $Value != "Admin"
      MessageBox MB_ICONSTOP "$(NoRights)" /SD IDOK
      SetErrorLevel ${NO_RIGHTS}
      Quit
    ${EndIf}
    SetShellVarContext all
  ${EndIf}
  ReadRegStr $Former SHCTX "${UNINSTALL}" "InstallLocation"
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$Former"
  ${EndIf}
  ${If} $INSTDIR == ""
    Call UsualPlace
  ${EndIf}
FunctionEnd

Function UsualPlace
  ClearErrors
  ${GetOptions} $Switches "/ALLUSERS" $Value
  ${If} ${Errors}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
  ${Else}
    StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
  ${EndIf}
FunctionEnd

; The scope of the copy that is being removed; one for everyone asks for administrator's rights.
Function un.FindScope
  SetRegView 64
  SetShellVarContext current
  ReadRegStr $Value HKLM "${UNINSTALL}" "InstallLocation"
  ${If} $Value == $INSTDIR
    SetShellVarContext all
    UserInfo::GetAccountType
    Pop $Value
    ${If} $Value != "Admin"
      ${IfNot} ${Silent}
        ExecShell "runas" "$INSTDIR\uninstall.exe"
      ${EndIf}
      SetErrorLevel ${NO_RIGHTS}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd
