@echo off
rem The command line of an installed Codicil: starts the app without its window. Put this folder into your PATH.
"%~dp0..\..\..\..\Codicil.exe" --codicil-cli -- %*
