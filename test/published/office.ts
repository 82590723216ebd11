import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const OFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(
  (file) => existsSync(file),
);

/** True where LibreOffice, which the Word files are checked with, is installed. */
export function hasOffice(): boolean {
  return OFFICE !== undefined;
}

/** What LibreOffice does to each file of a folder: `x.docx` becomes `x.accept.html` and `x.reject.html`. */
const MACRO = `Sub ResolveAll(sFolder As String)
  Dim sFile As String
  Dim sFiles(10000) As String
  Dim nFiles As Integer
  Dim nFile As Integer
  sFile = Dir(sFolder & "/*.docx")
  Do While sFile <> ""
    sFiles(nFiles) = sFile
    nFiles = nFiles + 1
    sFile = Dir
  Loop
  For nFile = 0 To nFiles - 1
    ResolveOne(sFolder, sFiles(nFile), ".uno:AcceptAllTrackedChanges", "accept")
    ResolveOne(sFolder, sFiles(nFile), ".uno:RejectAllTrackedChanges", "reject")
  Next
  StarDesktop.terminate()
End Sub

Sub ResolveOne(sFolder As String, sFile As String, sCommand As String, sEnding As String)
  Dim aHidden(0) As New com.sun.star.beans.PropertyValue
  Dim aForm(0) As New com.sun.star.beans.PropertyValue
  Dim oDocument As Object
  Dim oDispatcher As Object
  aHidden(0).Name = "Hidden"
  aHidden(0).Value = True
  oDocument = StarDesktop.loadComponentFromURL(ConvertToURL(sFolder & "/" & sFile), "_blank", 0, aHidden())
  oDispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  oDispatcher.executeDispatch(oDocument.CurrentController.Frame, sCommand, "", 0, Array())
  aForm(0).Name = "FilterName"
  aForm(0).Value = "HTML (StarWriter)"
  oDocument.storeToURL(ConvertToURL(sFolder & "/" & Left(sFile, Len(sFile) - 4) & sEnding & ".html"), aForm())
  oDocument.close(True)
End Sub
`;

/** Has LibreOffice resolve the tracked changes of every Word file in a folder, both ways, and write the result beside it as HTML. */
export function resolveChanges(folder: string, home: string): void {
  office(home, ['--terminate_after_init']); // the first start of a profile makes its macros anew
  installMacro(home);
  office(home, [`macro:///Standard.Resolve.ResolveAll("${folder}")`]);
}

function office(home: string, args: readonly string[]): void {
  const run = spawnSync(
    OFFICE ?? 'soffice',
    [`-env:UserInstallation=${pathToFileURL(home).href}`, '--headless', '--norestore', ...args],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`LibreOffice ended with ${run.status}: ${run.stderr}`);
}

function installMacro(home: string): void {
  const library = join(home, 'user/basic/Standard');
  mkdirSync(library, { recursive: true });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const type = (name: string, dtd: string): string =>
    `${head}<!DOCTYPE ${name} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${dtd}">\n`;
  writeFileSync(
    join(library, 'Resolve.xba'),
    `${type('script:module', 'module.dtd')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Resolve" script:language="StarBasic">${MACRO.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</script:module>`,
  );
  writeFileSync(
    join(library, 'script.xlb'),
    `${type('library:library', 'library.dtd')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Resolve"/></library:library>`,
  );
  writeFileSync(
    join(home, 'user/basic/script.xlc'),
    `${type('library:libraries', 'libraries.dtd')}<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`,
  );
}
