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
