"""The icons and pictures that are drawn for Windows."""

import struct

import pytest
from icons import SIZES, ZHU, app_icon, document_icon, write_ico
from pictures import HEADER, SCALES, WELCOME, header, welcome
from PySide6.QtGui import QImage, qRed


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("draw", [app_icon, document_icon])
def test_each_size_is_drawn_with_cinnabar_on_a_clear_ground(qapp, draw, size):
    image = draw(size)
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() < 255
    colors = {image.pixelColor(x, y).name() for x in range(size) for y in range(size)}
    assert ZHU.name() in colors


def test_an_ico_holds_every_size(qapp):
    data = write_ico(app_icon)
    kind, count = struct.unpack_from("<HH", data, 2)
    rows = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * i) for i in range(count)]
    assert kind == 1
    assert tuple(row[0] or 256 for row in rows) == SIZES
    assert rows[-1][6] + rows[-1][7] == len(data)
    for size, *_, length, place in rows:
        frame = data[place : place + length]
        if frame.startswith(b"\x89PNG"):
            assert QImage.fromData(frame).width() == (size or 256)
        else:
            assert struct.unpack_from("<Iii", frame) == (40, size, 2 * size)


def test_the_ico_is_what_qt_reads(qapp):
    image = QImage.fromData(write_ico(app_icon, (32,)), "ico")
    assert image == app_icon(32).convertToFormat(image.format())


@pytest.mark.parametrize("scale", SCALES)
def test_the_pictures_have_the_size_of_their_place(qapp, scale):
    for draw, (width, height) in ((welcome, WELCOME), (header, HEADER)):
        image = draw(scale / 100)
        assert (image.width(), image.height()) == (round(width * scale / 100), round(height * scale / 100))
        reddest = max(qRed(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height()))
        assert reddest > 0xB0
