@echo off
rem Letters met een accent komen zo ook door een pijp en in een bestand.
chcp 65001 >nul
title regio
set "PATH=%~dp0;%PATH%"
rem Bij wie OneDrive de documenten heeft, staan ze niet in de map van de gebruiker.
set "documenten=%USERPROFILE%\Documents"
for /f "tokens=2,*" %%a in ('reg query "HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders" /v Personal') do call set "documenten=%%b"
if not exist "%documenten%\" set "documenten=%USERPROFILE%"
cd /d "%documenten%"
regio
echo.
echo Je staat in %CD%. Typ regio om verder te gaan, of exit om te stoppen.
cmd /k
