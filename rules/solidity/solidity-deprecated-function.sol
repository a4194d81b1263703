contract Old {
    function hash(bytes data) public returns (bytes32) {
        // ruleid: solidity-deprecated-function
        return sha3(data);
    }

    function past() public returns (bytes32) {
        // ruleid: solidity-deprecated-function
        return block.blockhash(1);
    }

    function newer(bytes memory data) public pure returns (bytes32) {
        // ok: solidity-deprecated-function
        return keccak256(data);
    }

    function last() public view returns (bytes32) {
        // ok: solidity-deprecated-function
        return blockhash(1);
    }
}
