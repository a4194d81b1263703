//! Solidity: state variables are fields, internal calls are gone into.

use super::{check, check_constants};

#[test]
fn state_and_internal_calls_carry() {
    check(
        "solidity",
        r#"
contract C {
    address target;
    address constant safe = address(1);
    mapping(address => uint) balances;

    function set(address tainted) public {
        target = tainted;
        sink(target); // HIT
        sink(safe);
        helper(tainted);
        balances[tainted] = 1;
        address t = tainted == safe ? safe : tainted;
        sink(t); // HIT
        unchecked { sink(tainted); } // HIT
        (address a, uint b) = (tainted, 1);
        sink(a); // HIT
        sink(b);
    }

    function helper(address who) internal {
        sink(who); // HIT
    }
}
"#,
    );
}

#[test]
fn constants_fold() {
    check_constants(
        "solidity",
        r#"
contract C {
    uint constant MAX = 10 * 2;
    uint open = 1;
    function f(uint p) public {
        show(MAX); // = 20
        show(open); // = ?
        uint x = 2;
        show(x + MAX); // = 22
        if (x > 5) {
            show(1); // DEAD
        }
        for (uint i = 0; i < p; i++) {
            show(i); // = ?
        }
    }
}
"#,
    );
}
