from decimal import Decimal
from fractions import Fraction

import pint
import pytest

from core.assets import path_of
from core.language.units import Forms, load_currencies, load_units


@pytest.fixture(scope="module")
def registry():
    """pint with the product's own definitions; Fractions keep 1/15 of a hectare exact."""
    units = pint.UnitRegistry(non_int_type=Fraction)
    units.load_definitions(str(path_of("units.pint")))
    return units


SI = {"m2": "meter ** 2", "m3": "meter ** 3", "m/s": "meter / second", "kg/m3": "kilogram / meter ** 3",
      "m3/s": "meter ** 3 / second", "mol/m3": "mole / meter ** 3", "N·m": "newton * meter"}  # fmt: skip


@pytest.mark.parametrize(
    "unit", [unit for unit in load_units().values() if unit.pint], ids=lambda unit: unit.id
)
def test_factors_are_those_of_pint(unit, registry):
    target = SI.get(unit.si, unit.si)
    for amount in (Fraction(1), Fraction(10)):
        expected = registry.Quantity(amount, unit.pint).to(target).magnitude
        ours = amount * unit.factor + unit.offset
        assert float(ours) == pytest.approx(float(expected), rel=1e-9)


def test_every_unit_with_an_si_unit_has_pint_vouch_for_it():
    assert [unit.id for unit in load_units().values() if unit.si and not unit.pint] == []


def test_no_form_belongs_to_two_units():
    forms = [form for unit in load_units().values() for form in unit.forms]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_no_name_belongs_to_two_currencies():
    names = [name for currency in load_currencies().values() for name in currency.names]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize(
    ("unit", "amount", "expected"),
    [
        ("mu", "170", "113333.3333"),  # does not end: ten digits
        ("mu", "15", "10000"),
        ("°C", "15.6", "288.75"),
        ("°F", "212", "373.15"),
        ("km/h", "36", "10"),
        ("kWh", "0.5", "1800000"),
        ("nm", "7", "0.000000007"),
    ],
)
def test_si_amounts_are_plain_decimals(unit, amount, expected):
    assert load_units()[unit].to_si(Decimal(amount)).amount == expected


def test_units_without_si_have_no_si_value():
    assert load_units()["岁"].to_si(Decimal(7)) is None


def test_the_longest_form_at_a_place_is_found_also_at_the_end_of_a_text():
    forms = Forms({"米": "m", "平方米": "m2"})
    assert forms.longest("10平方米", 2) == ("m2", 5)
    assert forms.longest("10米", 2) == ("m", 3)
    assert forms.longest("10亩", 2) is None
