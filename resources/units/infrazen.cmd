@echo off
rem Commands of the installed InfraZen: infrazen.cmd status, infrazen.cmd report due ...
rem A window program has no console of its own: what it says goes through files, its exit code stays.
setlocal
set "PROGRAM=%~dp0..\..\InfraZen.exe"
if not exist "%PROGRAM%" set "PROGRAM=%LOCALAPPDATA%\Programs\InfraZen\InfraZen.exe"
set "SAID=%TEMP%\infrazen-%RANDOM%%RANDOM%"
"%PROGRAM%" --cli %* >"%SAID%.out" 2>"%SAID%.err"
set "CODE=%ERRORLEVEL%"
type "%SAID%.out"
type "%SAID%.err" 1>&2
del "%SAID%.out" "%SAID%.err" >nul 2>&1
exit /b %CODE%
