@echo off
rem Starts trunkline with the java of JAVA_HOME, else that of PATH. JAVA_OPTS and TRUNKLINE_OPTS go to the JVM.
rem Jumps instead of blocks: a path with a bracket in it would end a block.
setlocal EnableExtensions DisableDelayedExpansion
set "JAR=%~dp0trunkline.jar"
if exist "%JAR%" goto jar
echo trunkline: there is no "%JAR%"; 'mvn package' makes it>&2
exit /b 1
:jar
set "JAVA=java"
if not defined JAVA_HOME goto java
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto java
echo trunkline: JAVA_HOME has no bin\java.exe: "%JAVA_HOME%">&2
exit /b 1
:java
"%JAVA%" -version >nul 2>&1
if not errorlevel 1 goto version
echo trunkline: there is no java in PATH; install Java 17 or newer, or set JAVA_HOME>&2
exit /b 1
:version
rem The package java.util.random came with Java 17.
"%JAVA%" --describe-module java.base 2>nul | "%SystemRoot%\System32\find.exe" "exports java.util.random" >nul
if not errorlevel 1 goto start
echo trunkline: Java 17 or newer is needed; set JAVA_HOME to one>&2
exit /b 1
:start
set "CDS="
if exist "%~dp0trunkline.jsa" set CDS=-XX:SharedArchiveFile="%~dp0trunkline.jsa" -Xshare:auto
if defined CDS set CDS=%CDS% -Xlog:cds=off -Xlog:cds+dynamic=off -Xlog:class+path=off
rem Commands that end soon do without the compiler that takes its time.
set "QUICK="
for %%c in (order cancel outcome query config completion -h --help -V --version) do if "%~1"=="%%c" set "QUICK=1"
if defined QUICK set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"%JAVA%" %QUICK% %JAVA_OPTS% %TRUNKLINE_OPTS% %CDS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
