; Danqian under "Open with", and in the list of programs that a user may make the default; it never makes itself so.

!define CLASSES "Software\Classes"
!define APPLICATION "${CLASSES}\Applications\${PROGRAM}"
!define CAPABILITIES "${APPLICATION}\Capabilities"

!macro RegisterEnding ENDING
  WriteRegNone SHCTX "${CLASSES}\${ENDING}\OpenWithProgids" "${DOCUMENT}"
  WriteRegStr SHCTX "${APPLICATION}\SupportedTypes" "${ENDING}" ""
  WriteRegStr SHCTX "${CAPABILITIES}\FileAssociations" "${ENDING}" "${DOCUMENT}"
!macroend

!macro UnregisterEnding ENDING
  DeleteRegValue SHCTX "${CLASSES}\${ENDING}\OpenWithProgids" "${DOCUMENT}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${ENDING}"
!macroend

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

Function RegisterOpenWith
  WriteRegStr SHCTX "${CLASSES}\${DOCUMENT}" "" "$(DocumentName)"
  WriteRegStr SHCTX "${CLASSES}\${DOCUMENT}\DefaultIcon" "" "$INSTDIR\${PROGRAM},1"
  WriteRegStr SHCTX "${CLASSES}\${DOCUMENT}\shell\open" "FriendlyAppName" "${TITLE}"
  WriteRegStr SHCTX "${CLASSES}\${DOCUMENT}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr SHCTX "${APPLICATION}" "FriendlyAppName" "${TITLE}"
  WriteRegStr SHCTX "${APPLICATION}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationName" "${TITLE}"
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationDescription" "$(Description)"
  WriteRegStr SHCTX "Software\RegisteredApplications" "${NAME}" "${CAPABILITIES}"
  !include "${FILES}/register_endings.nsh"
  !insertmacro TellExplorer
FunctionEnd

Function un.UnregisterOpenWith
  !include "${FILES}/unregister_endings.nsh"
  DeleteRegKey SHCTX "${CLASSES}\${DOCUMENT}"
  DeleteRegKey SHCTX "${APPLICATION}"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "${NAME}"
  !insertmacro TellExplorer
FunctionEnd
