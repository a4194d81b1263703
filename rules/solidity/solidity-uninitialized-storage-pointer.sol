pragma solidity 0.4.24;

contract Names {
    bool public unlocked = false;

    struct Record {
        bytes32 name;
        address mapped;
    }

    function register(bytes32 name, address mapped) public {
        // ruleid: solidity-uninitialized-storage-pointer
        Record record;
        record.name = name;
        record.mapped = mapped;
    }

    function explicit(bytes32 name) public {
        // ruleid: solidity-uninitialized-storage-pointer
        Record storage record;
        record.name = name;
    }

    function safe(bytes32 name) public {
        // ok: solidity-uninitialized-storage-pointer
        Record memory record;
        record.name = name;
    }

    function known(bytes32 name) public {
        // ok: solidity-uninitialized-storage-pointer
        Record storage record = records[name];
        record.name = name;
    }
}
