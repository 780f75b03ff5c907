import numpy as np

from hallway.meaning.codes import Vectors, cosines, encode, sign_bits


def unit_rows(count: int, seed: int = 0) -> Vectors:
    rows: Vectors = np.random.default_rng(seed).standard_normal((count, 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows


def test_codes_keep_the_direction() -> None:
    rows = unit_rows(200)
    exact = rows[1:] @ rows[0]
    np.testing.assert_allclose(cosines(rows[0], encode(rows[1:])), exact, atol=0.003)
    np.testing.assert_allclose(cosines(rows[0], encode(rows[:1])), [1.0], atol=0.001)


def test_signs_are_48_bytes_in_the_order_of_dimensions() -> None:
    rows = np.full((2, 384), -0.1, np.float32)
    rows[0, 0] = rows[1, 383] = 0.2
    packed = sign_bits(encode(rows))
    assert packed.shape == (2, 48)
    assert (packed[0, 0], packed[1, 47], int(packed.sum())) == (128, 1, 129)


def test_a_vector_of_zeros_is_no_error() -> None:
    nothing = np.zeros((1, 384), np.float32)
    assert cosines(unit_rows(1)[0], encode(nothing)).tolist() == [0.0]
