; Whether a copy runs, in whoever's session: Windows lets nobody write a library that a program has loaded.

!macro RefuseWhileRunning UN FOLDER
  StrCpy $Value "${FOLDER}\runtime\${PYTHON_LIBRARY}"
  Call ${UN}RefuseWhileRunning
!macroend

!macro DefineRefuseWhileRunning UN
Function ${UN}RefuseWhileRunning
  ${Do}
    ${IfNot} ${FileExists} "$Value"
      Return
    ${EndIf}
    ClearErrors
    FileOpen $0 "$Value" a
    ${IfNot} ${Errors}
      FileClose $0
      Return
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDRETRY +3
      SetErrorLevel ${RUNNING}
      Quit
  ${Loop}
FunctionEnd
!macroend
!insertmacro DefineRefuseWhileRunning ""
!insertmacro DefineRefuseWhileRunning "un."
