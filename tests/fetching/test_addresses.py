"""Only the public internet is asked."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.fetching.addresses import look_up, public
from hallway.fetching.problems import FetchProblem

LOCAL = (
    "127.0.0.1 127.8.9.1 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.127.255.254"
    " 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 192.88.99.1"
    " :: ::1 fe80::1 fec0::1 fc00::1 fd12:3456::1 ff02::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 2002:7f00:1:: 2002:a00:1::1"
    " 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::808:808 2001:db8::1 2001::1 100::1"
).split()
PUBLIC = "1.1.1.1 8.8.8.8 172.15.0.1 172.32.0.1 100.63.0.1 100.128.0.1 2606:4700::1111 2002:808:808:: 64:ff9b::808:808".split()


@pytest.mark.parametrize("address", LOCAL)
def test_local(address: str) -> None:
    assert public(ip_address(address)) is False


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert public(ip_address(address)) is True


@given(st.ip_addresses(v=4))
def test_whatever_wraps_a_local_address_is_local(address: IPv4Address) -> None:
    number = int(address)
    wrapped = [IPv6Address(0x64FF9B << 96 | number), IPv6Address(0x2002 << 112 | number << 80)]
    assert [public(w) for w in wrapped] == [public(address)] * 2
    assert not public(IPv6Address(0xFFFF << 32 | number))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0x7f.1", "2130706433", "0177.0.0.1", "::1", "127.1"])
def test_every_way_to_write_this_machine(host: str) -> None:
    with pytest.raises(FetchProblem, match=r"is in a local network|there is no"):
        look_up(host, 80, False, 5)


def test_a_local_address_may_be_allowed() -> None:
    assert {address for _, address in look_up("127.0.0.1", 80, True, 5)} == {"127.0.0.1"}
