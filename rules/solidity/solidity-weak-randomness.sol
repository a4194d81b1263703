pragma solidity 0.8.26;

contract Dice {
    uint256 seed;

    function roll() external view returns (uint256) {
        // ruleid: solidity-weak-randomness
        return uint256(keccak256(abi.encodePacked(block.timestamp, msg.sender))) % 6;
    }

    function flip() external view returns (bool) {
        // ruleid: solidity-weak-randomness
        return uint256(blockhash(block.number - 1)) % 2 == 0;
    }

    function start() external {
        // ruleid: solidity-weak-randomness
        seed = block.timestamp;
    }

    function id(address user) external view returns (bytes32) {
        // ok: solidity-weak-randomness
        return keccak256(abi.encodePacked(user, block.timestamp));
    }

    function half(uint256 n) external pure returns (uint256) {
        // ok: solidity-weak-randomness
        return n % 2;
    }
}
