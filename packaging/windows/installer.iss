; Inno Setup: an installer for one user, without administrator's rights, of dist\prestatie-desktop.
; Not yet tried on a Windows machine. Run after PyInstaller: iscc packaging\windows\installer.iss
#define Version "0.1.0"

[Setup]
AppId={{7B0C5B4E-2A43-4E0C-9C55-6E5D0B7A3F21}
AppName=Prestatie Desktop
AppVersion={#Version}
DefaultDirName={autopf}\Prestatie Desktop
DefaultGroupName=Prestatie Desktop
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
SourceDir=.
OutputDir=..\..\dist
OutputBaseFilename=prestatie-desktop-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
UninstallDisplayIcon={app}\prestatie-desktop.exe

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"

[Files]
Source: "..\..\dist\prestatie-desktop\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\Prestatie Desktop"; Filename: "{app}\prestatie-desktop.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.prestatie"; ValueType: string; ValueData: "PrestatieDesktop.Dossier"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\PrestatieDesktop.Dossier"; ValueType: string; ValueData: "Dossier met prestatieafspraken"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\PrestatieDesktop.Dossier\DefaultIcon"; ValueType: string; ValueData: "{app}\prestatie-desktop.exe,0"
Root: HKA; Subkey: "Software\Classes\PrestatieDesktop.Dossier\shell\open\command"; ValueType: string; ValueData: """{app}\prestatie-desktop.exe"" ""%1"""

[Run]
Filename: "{app}\prestatie-desktop.exe"; Description: "Prestatie Desktop starten"; Flags: nowait postinstall skipifsilent
