"""Read and write archives that have no time stamps, so that equal content gives equal bytes."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def unpacked(archive: bytes) -> dict[str, bytes]:
    """Return the files of an archive, by their names."""
    with ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in sorted(opened.namelist())}


def packed(files: Mapping[str, bytes], *, small: bool = False) -> bytes:
    """Return an archive of these files, each as it is or as small as may be."""
    out = BytesIO()
    method = ZIP_DEFLATED if small else ZIP_STORED
    with ZipFile(out, "w", method) as archive:
        for name in sorted(files):
            archive.writestr(ZipInfo(name), files[name], method, 9)
    return out.getvalue()
