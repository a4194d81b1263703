import sys
import winreg


def stay():
    key = winreg.OpenKey(
        winreg.HKEY_CURRENT_USER,
        r"Software\Microsoft\Windows\CurrentVersion\Run",
        0,
        winreg.KEY_SET_VALUE,
    )
    # ruleid: python-windows-autostart
    winreg.SetValueEx(key, "updater", 0, winreg.REG_SZ, sys.executable)
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, r"Software\Shop") as own:
        # ok: python-windows-autostart
        winreg.SetValueEx(own, "language", 0, winreg.REG_SZ, "de")


def stay_once(command):
    path = r"Software\Microsoft\Windows\CurrentVersion\RunOnce"
    with winreg.CreateKeyEx(winreg.HKEY_LOCAL_MACHINE, path) as key:
        # ruleid: python-windows-autostart
        winreg.SetValueEx(key, "updater", 0, winreg.REG_SZ, command)


def register_uninstaller(command):
    path = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Shop"
    with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, path) as entry:
        # ok: python-windows-autostart
        winreg.SetValueEx(entry, "UninstallString", 0, winreg.REG_SZ, command)
