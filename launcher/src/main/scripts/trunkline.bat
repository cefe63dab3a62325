@echo off
rem Starts trunkline with the java of JAVA_HOME, else that of PATH. JAVA_OPTS and TRUNKLINE_OPTS go to the JVM.
setlocal
set "JAR=%~dp0trunkline.jar"
if not exist "%JAR%" (
    echo trunkline: there is no %JAR%; 'mvn package' makes it>&2
    exit /b 1
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%JAVA%" (
    echo trunkline: JAVA_HOME has no bin\java.exe: %JAVA_HOME%>&2
    exit /b 1
)
"%JAVA%" -version >nul 2>&1 || (
    echo trunkline: there is no java in PATH; install Java 17 or newer, or set JAVA_HOME>&2
    exit /b 1
)
"%JAVA%" --list-modules >nul 2>&1 || (
    echo trunkline: Java 17 or newer is needed; set JAVA_HOME to one>&2
    exit /b 1
)
set "CDS="
if exist "%~dp0trunkline.jsa" set CDS=-XX:SharedArchiveFile="%~dp0trunkline.jsa" -Xshare:auto
if defined CDS set CDS=%CDS% -Xlog:cds=off -Xlog:cds+dynamic=off -Xlog:class+path=off
"%JAVA%" %JAVA_OPTS% %TRUNKLINE_OPTS% %CDS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
