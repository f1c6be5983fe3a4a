/* The program that a user starts: it runs Python in its own process, so that the task manager, the taskbar and
 * the firewall show Danqian.
 *
 *   FOLDER\danqian-gui.exe  ->  FOLDER\runtime\python313.dll  ->  python -X utf8 -B -m gui.app ARGUMENTS
 *   FOLDER\danqian.exe      ->  the same with -m core, on the console
 *
 * config.h defines PROGRAM_TITLE, PYTHON_LIBRARY; the build defines ENTRY_MODULE, and CONSOLE for danqian.exe.
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#include "config.h"

#define LONGEST_PATH 32768
#define BROKEN 3 /* the exit status of an installation that cannot start */

typedef int (*python_main)(int, wchar_t **);

static const wchar_t CHINESE[] = L"丹铅的安装不完整：%ls（错误 %lu）。\n请重新运行安装程序。";
static const wchar_t ENGLISH[] = L"Danqian is not completely installed: %ls (error %lu).\nPlease run the installer again.";

/* Say what is missing, on the console or in a box; the exit status. */
static int fail(const wchar_t *missing, DWORD error)
{
    static wchar_t sentence[LONGEST_PATH + 256];
    BOOL is_chinese = PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_CHINESE;
    _snwprintf(sentence, sizeof sentence / sizeof *sentence - 1, is_chinese ? CHINESE : ENGLISH, missing,
               (unsigned long)error);
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", sentence);
#else
    MessageBoxW(NULL, sentence, PROGRAM_TITLE, MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
    return BROKEN;
}

/* Whether multiprocessing starts a worker here: it asks for EXE [options] -c CODE --multiprocessing-fork. */
static BOOL is_worker(int count, wchar_t **words)
{
    return count > 2 && wcscmp(words[count - 1], L"--multiprocessing-fork") == 0;
}

static int run(int count, wchar_t **words)
{
    static wchar_t program[LONGEST_PATH], library[LONGEST_PATH];
    DWORD length = GetModuleFileNameW(NULL, program, LONGEST_PATH);
    wchar_t *last = length && length < LONGEST_PATH ? wcsrchr(program, L'\\') : NULL;
    if (!last || length > LONGEST_PATH - 64)
        return fail(L"GetModuleFileName", GetLastError());
    wcscpy(library, program);
    wcscpy(library + (last - program) + 1, L"runtime\\" PYTHON_LIBRARY);

    SetDllDirectoryW(L"");             /* no library from the folder that happens to be current */
#ifndef CONSOLE
    AllowSetForegroundWindow(ASFW_ANY); /* a second start lets the open window come forward */
#endif
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (!python)
        return fail(library, GetLastError());
    python_main start = (python_main)(void *)GetProcAddress(python, "Py_Main");
    if (!start)
        return fail(library, GetLastError());

    wchar_t *before[] = {program, L"-X", L"utf8", L"-B", L"-m", ENTRY_MODULE};
    int added = is_worker(count, words) ? 1 : (int)(sizeof before / sizeof *before);
    wchar_t **all = calloc((size_t)(added + count), sizeof *all);
    if (!all)
        return fail(L"calloc", ERROR_NOT_ENOUGH_MEMORY);
    memcpy(all, before, (size_t)added * sizeof *all);
    memcpy(all + added, words + 1, (size_t)(count - 1) * sizeof *all);
    return start(added + count - 1, all);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **words)
{
    return run(count, words);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show)
{
    (void)instance, (void)previous, (void)line, (void)show;
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    return words ? run(count, words) : fail(L"CommandLineToArgv", GetLastError());
}
#endif
