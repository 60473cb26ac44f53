@echo off
rem The two commands of the README on Windows. Written without a Windows PC at hand: untested.
rem   dev run [ARGUMENTS]    opens the program
rem   dev test [ARGUMENTS]   ruff, mypy --strict, the rules of the house, pytest
setlocal
cd /d "%~dp0"
if not exist .venv\Scripts\python.exe (
    py -3.11 -m venv .venv || exit /b 1
    .venv\Scripts\python -m pip install --quiet --require-hashes --only-binary :all: -r packaging\requirements.txt || exit /b 1
    .venv\Scripts\python -m pip install --quiet --no-deps --no-build-isolation -e . || exit /b 1
)
if "%1"=="run" goto run
if "%1"=="test" goto test
echo usage: dev run ^| dev test
exit /b 2

:run
.venv\Scripts\python -m desktop %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%

:test
.venv\Scripts\ruff check . || exit /b 1
.venv\Scripts\ruff format --check . || exit /b 1
.venv\Scripts\mypy || exit /b 1
.venv\Scripts\lint-imports || exit /b 1
set QT_QPA_PLATFORM=offscreen
.venv\Scripts\python -m pytest %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%
