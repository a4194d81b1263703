#!/usr/bin/env python3
"""Reference verifier for an exported Portcullis log. Standard library only; shares no code with it.

    verify_log.py FOLDER [VKEY]

FOLDER is what `portcullis log export` wrote. VKEY is the verifier key that you kept elsewhere;
without it the one in the folder is taken, which proves only that the folder agrees with itself.
Follows C2SP signed-note, tlog-checkpoint and tlog-tiles, RFC 6962 and docs/log-format.md.
Exit code 0: everything fits. 1: something does not, and each line says what. 2: wrong use.
"""

import base64
import hashlib
import hmac
import json
import sys
from pathlib import Path

# --- Ed25519 (RFC 8032, 5.1.7) --------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r = point(public), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    k = int.from_bytes(digest, "little") % L
    return same(multiply(s, BASE), add(r, multiply(k, a)))


# --- Notes, tiles and trees -----------------------------------------------------------------------


class Bad(Exception):
    """Something that makes the rest meaningless."""


def checkpoint(note, vkey):
    """Size and root of a checkpoint that this key signed."""
    name, key_id, key = vkey.split("+", 2)
    key = base64.b64decode(key, validate=True)
    expected = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    if key[:1] != b"\x01" or expected.hex() != key_id:
        raise Bad("the verifier key is malformed")
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    for line in signatures.splitlines():
        dash, signer, blob = line.split(" ")
        blob = base64.b64decode(blob, validate=True)
        if dash == "\u2014" and signer == name and blob[:4] == expected:
            if not ed25519(key[1:], text.encode(), blob[4:]):
                raise Bad("the signature of the checkpoint is wrong")
            origin, size, root = text.splitlines()[:3]
            if origin != name:
                raise Bad("the checkpoint is one of another log")
            return int(size), base64.b64decode(root, validate=True)
    raise Bad("the checkpoint is not signed by the key")


def tile_name(number):
    name = f"{number % 1000:03}"
    while number >= 1000:
        number //= 1000
        name = f"x{number % 1000:03}/{name}"
    return name


def tiles(count):
    """Number and width of the tiles that hold `count` hashes."""
    full = [(n, 256) for n in range(count // 256)]
    return full + ([(count // 256, count % 256)] if count % 256 else [])


def tile_path(folder, level, number, width):
    partial = "" if width == 256 else f".p/{width}"
    return folder / f"tile/{level}/{tile_name(number)}{partial}"


def entries(folder, size):
    for number, width in tiles(size):
        bundle = tile_path(folder, "entries", number, width).read_bytes()
        for _ in range(width):
            length = int.from_bytes(bundle[:2], "big")
            if len(bundle) < 2 + length:
                raise Bad(f"the bundle of entries {number} is too short")
            yield bundle[2 : 2 + length]
            bundle = bundle[2 + length :]
        if bundle:
            raise Bad(f"the bundle of entries {number} is too long")


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(hashes):
    """RFC 6962, 2.1."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    while len(hashes) > 1:
        odd = hashes[-1:] if len(hashes) % 2 else []
        hashes = [node(a, b) for a, b in zip(hashes[::2], hashes[1::2])] + odd
    return hashes[0]


def check_tiles(folder, hashes, problem):
    level = 0
    while hashes:
        for number, width in tiles(len(hashes)):
            expected = hashes[256 * number :][:width]
            found = tile_path(folder, level, number, width).read_bytes()
            if found != b"".join(expected):
                parts = [found[32 * n :][:32] for n in range(width)]
                wrong = next((n for n in range(width) if parts[n] != expected[n]), 0)
                first = (256 * number + wrong) * 256**level
                problem(f"record {first}: tile {level}/{number} does not have its hash")
        hashes = [root(hashes[256 * n :][:256]) for n in range(len(hashes) // 256)]
        level += 1


# --- Leaves ---------------------------------------------------------------------------------------


def without_duplicates(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key is there twice")
    return dict(pairs)


def parse(leaf):
    value = json.loads(leaf.decode(), object_pairs_hook=without_duplicates)
    again = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if value["v"] != 1 or again.encode() != leaf:
        raise ValueError("not in canonical form")
    return value


def check_session(index, leaf, sessions, problem):
    session = leaf.get("session_ref")
    if session is None:
        return
    number, previous = sessions.get(session, (0, None))
    if (leaf.get("seq_in_session"), leaf.get("prev_in_session")) != (number, previous):
        problem(f"record {index}: not number {number} of its session, a record was removed")
    sessions[session] = (leaf.get("seq_in_session", 0) + 1, leaf["decision_id"])


def check_payloads(folder, leaves, problem):
    path = folder / "payloads.jsonl"
    if not path.exists():
        return 0
    payloads, erased = {}, set()
    for line in path.read_text().splitlines():
        payload = json.loads(line)
        payloads[payload["index"], payload["group"]] = payload
    for leaf in leaves.values():
        if "erased" in leaf:
            erased.add((leaf["erased"]["target"], leaf["erased"]["group"]))
    for index, leaf in leaves.items():
        for group, commit in leaf.get("commits", {}).items():
            payload = payloads.get((index, group))
            gone = (leaf["decision_id"], group) in erased
            if payload is None and not gone:
                problem(f"record {index}: payload `{group}` is missing and was not erased")
            elif payload is not None and gone:
                problem(f"record {index}: payload `{group}` was erased and is there")
            elif payload is not None:
                message = b"portcullis/v1/" + group.encode() + b"\0"
                message += base64.b64decode(payload["bytes"], validate=True)
                salt = bytes.fromhex(payload["salt"])
                if hmac.new(salt, message, "sha256").hexdigest() != commit:
                    problem(f"record {index}: payload `{group}` does not have its commit")
    return len(payloads)


def check_leaves(bundle, problem):
    """Hashes of all leaves, and those that could be read by their index."""
    hashes, leaves, ids, sessions = [], {}, set(), {}
    for index, bytes_ in enumerate(bundle):
        hashes.append(hashlib.sha256(b"\x00" + bytes_).digest())
        try:
            leaf = parse(bytes_)
        except (ValueError, KeyError, TypeError) as error:
            problem(f"record {index}: {error}")
            continue
        target = leaf.get("outcome_of") or leaf.get("erased", {}).get("target")
        if target is not None and target not in ids:
            problem(f"record {index}: names {target}, which is no record before it")
        if leaf["decision_id"] in ids:
            problem(f"record {index}: its decision id is that of another")
        ids.add(leaf["decision_id"])
        check_session(index, leaf, sessions, problem)
        leaves[index] = leaf
    return hashes, leaves


def verify(folder, vkey, problem):
    size, signed = checkpoint((folder / "checkpoint").read_text(), vkey)
    hashes, leaves = check_leaves(entries(folder, size), problem)
    check_tiles(folder, hashes, problem)
    if root(hashes) != signed:
        problem("the records do not have the root of the checkpoint")
    payloads = check_payloads(folder, leaves, problem)
    return f"{size} records, {payloads} payloads, root {signed.hex()}"


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__)
        return 2
    folder, problems = Path(arguments[0]), []
    try:
        vkey = arguments[1] if arguments[1:] else (folder / "log.vkey").read_text()
        print(verify(folder, vkey.strip(), problems.append))
    except (Bad, OSError, ValueError, KeyError, TypeError) as error:
        problems.append(str(error))
    for problem in problems:
        print(problem)
    print("NOT SOUND" if problems else "sound")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
