import ctypes
import mmap


def start(code):
    # ruleid: python-shellcode-loader
    place = ctypes.windll.kernel32.VirtualAlloc(0, len(code), 0x3000, 0x40)
    # ruleid: python-shellcode-loader
    ctypes.windll.kernel32.RtlMoveMemory(place, code, len(code))
    # ruleid: python-shellcode-loader
    area = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    # ok: python-shellcode-loader
    ctypes.windll.kernel32.GetTickCount()
    # ok: python-shellcode-loader
    shared = mmap.mmap(-1, 4096)
    return area, shared
