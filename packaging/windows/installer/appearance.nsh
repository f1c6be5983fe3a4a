; What the user sees: pages, pictures in the size of the screen, words in three languages.

!define MUI_ICON "${PICTURES}/app.ico"
!define MUI_UNICON "${PICTURES}/app.ico"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}/header-100.bmp"
!define MUI_HEADERIMAGE_UNBITMAP "${PICTURES}/header-100.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/welcome-100.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}/welcome-100.bmp"
; As high as their place and as wide as they are: stretched to both, the disc is no disc.
!define MUI_HEADERIMAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_CUSTOMFUNCTION_GUIINIT ShowSharpPictures
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.ShowSharpPictures
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first is for systems in other languages.
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"
!insertmacro MUI_LANGUAGE "English"
SetFont /LANG=${LANG_SIMPCHINESE} "Microsoft YaHei UI" 9
SetFont /LANG=${LANG_TRADCHINESE} "Microsoft JhengHei UI" 9
SetFont /LANG=${LANG_ENGLISH} "Segoe UI" 9
!include "words.nsh"

; NSIS would blow the pictures up: take the ones drawn for 150% where the screen has it, or more.
!macro DefineShowSharpPictures UN
Function ${UN}ShowSharpPictures
  System::Call 'user32::GetDC(p 0) p .r1'
  System::Call 'gdi32::GetDeviceCaps(p r1, i 88) i .r2' ; LOGPIXELSX
  System::Call 'user32::ReleaseDC(p 0, p r1)'
  ${If} $2 > 96
    File "/oname=$PLUGINSDIR\modern-wizard.bmp" "${PICTURES}/welcome-150.bmp"
    File "/oname=$PLUGINSDIR\modern-header.bmp" "${PICTURES}/header-150.bmp"
    !insertmacro MUI_HEADERIMAGE_INITHELPER_LOADIMAGE "" "" 1046 "$PLUGINSDIR\modern-header.bmp"
  ${EndIf}
FunctionEnd
!macroend
!insertmacro DefineShowSharpPictures ""
!insertmacro DefineShowSharpPictures "un."
