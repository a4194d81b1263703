import tarfile
import zipfile


def unpack(path):
    with tarfile.open(path) as archive:
        # ruleid: python-archive-traversal
        archive.extractall("out")
    with tarfile.open(path) as archive:
        # ok: python-archive-traversal
        archive.extractall("out", filter="data")
    with zipfile.ZipFile(path) as archive:
        # ok: python-archive-traversal
        archive.extractall("out")


def fragment(path):
    tar = tarfile.open(path, "r:gz")
    # ruleid: python-archive-traversal
    tar.extractall()
    # ok: python-archive-traversal
    tar.getmembers()
