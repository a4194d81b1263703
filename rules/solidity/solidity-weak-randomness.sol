pragma solidity 0.8.26;

contract Dice {
    function roll() external view returns (uint256) {
        // ruleid: solidity-weak-randomness
        return uint256(keccak256(abi.encodePacked(block.timestamp, msg.sender))) % 6;
    }

    function flip() external view returns (bool) {
        // ruleid: solidity-weak-randomness
        return uint256(blockhash(block.number - 1)) % 2 == 0;
    }

    function id(address user) external pure returns (bytes32) {
        // ok: solidity-weak-randomness
        return keccak256(abi.encodePacked(user));
    }

    function half(uint256 n) external pure returns (uint256) {
        // ok: solidity-weak-randomness
        return n % 2;
    }
}
