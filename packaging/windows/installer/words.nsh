!macro Words NAME SIMPLIFIED TRADITIONAL ENGLISH
  LangString ${NAME} ${LANG_SIMPCHINESE} "${SIMPLIFIED}"
  LangString ${NAME} ${LANG_TRADCHINESE} "${TRADITIONAL}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend

!insertmacro Words ProductTitle "丹铅 Danqian" "丹鉛 Danqian" "Danqian"
!insertmacro Words ProgramSection "丹铅" "丹鉛" "Danqian"
!insertmacro Words OpenWithSection "右键菜单“打开方式”" "右鍵選單「開啟檔案」" "“Open with” menu"
!insertmacro Words DesktopSection "桌面快捷方式" "桌面捷徑" "Desktop shortcut"
!insertmacro Words PromptName "丹铅 Danqian 命令行" "丹鉛 Danqian 命令列" "Danqian command line"
!insertmacro Words DocumentName "丹铅可校读的稿件" "丹鉛可校讀的稿件" "Article for Danqian"
!insertmacro Words Description "中文新闻校读与标注" "中文新聞校讀與標註" "Reads and annotates Chinese news articles"
!insertmacro Words TooOld \
  "丹铅需要 64 位的 Windows 10（1809）或更新的版本。" \
  "丹鉛需要 64 位元的 Windows 10（1809）或更新的版本。" \
  "Danqian needs Windows 10 (1809) or newer, 64 bits."
!insertmacro Words NoRights \
  "为所有用户安装需要管理员权限：请以管理员身份运行，或去掉 /ALLUSERS 只为自己安装。" \
  "為所有使用者安裝需要系統管理員權限：請以系統管理員身分執行，或去掉 /ALLUSERS 只為自己安裝。" \
  "To install for everyone, run this as administrator; or leave out /ALLUSERS to install for yourself."
!insertmacro Words IsRunning \
  "丹铅正在运行。请先保存并关闭它，再点“重试”。" \
  "丹鉛正在執行。請先儲存並關閉它，再按「重試」。" \
  "Danqian is running. Please save and close it, then choose Retry."
