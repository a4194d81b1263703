pragma solidity 0.4.24;

contract Bonus {
    uint256[] codes;

    function pop() public {
        // ruleid: solidity-arbitrary-storage-write
        codes.length--;
    }

    function resize(uint256 size) public {
        // ruleid: solidity-arbitrary-storage-write
        codes.length = size;
    }

    function slot(uint256 place, uint256 value) public {
        assembly {
            // ruleid: solidity-arbitrary-storage-write
            sstore(place, value)
        }
    }

    function clear() public {
        // ok: solidity-arbitrary-storage-write
        codes.length = 0;
    }

    function last() public {
        require(codes.length > 0, "empty");
        // ok: solidity-arbitrary-storage-write
        codes.length--;
    }
}
