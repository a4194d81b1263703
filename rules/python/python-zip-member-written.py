import os
import zipfile


def unpack(path, target):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            # ruleid: python-zip-member-written
            with open(os.path.join(target, name), "wb") as out:
                out.write(archive.read(name))
        for name in archive.namelist():
            # ok: python-zip-member-written
            with open(os.path.join(target, os.path.basename(name)), "wb") as out:
                out.write(archive.read(name))
        for name in archive.namelist():
            # ok: python-zip-member-written
            print(open("index.txt", "w"), name)
        for member in archive.infolist():
            # ruleid: python-zip-member-written
            os.makedirs(target + "/" + member.filename)
