pragma solidity 0.8.26;

contract Names {
    function key(string memory first, string memory last) external pure returns (bytes32) {
        // ruleid: solidity-hash-collision
        return keccak256(abi.encodePacked(first, last));
    }

    function data(bytes memory a, bytes memory b) external pure returns (bytes32) {
        // ruleid: solidity-hash-collision
        return keccak256(abi.encodePacked(a, b));
    }

    function safe(string memory first, string memory last) external pure returns (bytes32) {
        // ok: solidity-hash-collision
        return keccak256(abi.encode(first, last));
    }

    function sized(uint256 a, uint256 b) external pure returns (bytes32) {
        // ok: solidity-hash-collision
        return keccak256(abi.encodePacked(a, b));
    }
}
