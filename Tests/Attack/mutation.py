"""Ways in which texts and bytes are changed."""

NUMBERS = [b"NaN", b"inf", b"-1", b"0", b"1e999", b"-1e-999", b"9223372036854775808", b"18446744073709551616", b"1e308",
           b"0x7f", b"null", b"true", b'"1"', b"", b"--1", b"1.2.3", b"1e", b"00012"]
PIECES = [b"\x00", b"\xff\xfe", b"\xc3\x28", b"\xed\xa0\x80", b"\x1b[31m", b"\xe2\x80\xae", b"\r", b"\n", b"'", b'"', b"\\",
          b"\\u0000", b"{", b"}", b"[", b"]", b",", b";", b":", b"\t", b"&a", b"*a", b"<<", b"!!binary", b"---", b"%", b"../"]


def mutated(seeds, random):
    """One of `seeds`, changed in a few places."""
    data = bytearray(random.choice(seeds))
    for _ in range(random.randint(1, 5)):
        place = random.randrange(len(data) + 1)
        end = min(len(data), place + random.randint(1, 40))
        match random.randrange(10):
            case 0 if place < len(data):
                data[place] ^= 1 << random.randrange(8)
            case 1:
                data[place:place] = random.choice(PIECES)
            case 2:
                data[place:end] = b""
            case 3:
                data[place:place] = data[place:end] * random.choice([1, 2, 50])
            case 4:
                data[place:end] = bytes(random.randrange(256) for _ in range(end - place))
            case 5:
                exchange_number(data, random)
            case 6:
                del data[place:]
            case 7:
                lines = bytes(data).split(b"\n")
                random.shuffle(lines)
                data = bytearray(b"\n".join(lines))
            case 8:
                other = random.choice(seeds)
                start = random.randrange(len(other) + 1)
                data[place:end] = other[start:start + 200]
            case _:
                data[place:place] = random.choice(PIECES) * random.choice([1, 10, 5000])
    return bytes(data)


def exchange_number(data, random):
    """Puts something else where a number stands."""
    digits = [k for k, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return
    start = end = random.choice(digits)
    while end < len(data) and (48 <= data[end] <= 57 or data[end] in b".-+eE"):
        end += 1
    data[start:end] = random.choice(NUMBERS)


def damaged(seed, random):
    """A file of fixed places, such as a database, with some of its bytes changed."""
    data = bytearray(seed)
    for _ in range(random.randint(1, 8)):
        place = random.randrange(min(len(data), random.choice([100, 4096, len(data)])))
        match random.randrange(5):
            case 0:
                data[place] = random.randrange(256)
            case 1:
                data[place] ^= 1 << random.randrange(8)
            case 2:
                data[place:place + 4] = random.choice([b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\1"])
            case 3:
                count = random.randrange(1, 200)
                source = random.randrange(len(data))
                data[place:place + count] = data[source:source + count]
            case _ if random.randrange(4) == 0:
                del data[random.randrange(len(data) // 2, len(data)):]
    return bytes(data)
