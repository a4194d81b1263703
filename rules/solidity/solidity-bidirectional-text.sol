pragma solidity 0.8.26;

contract Guess {
    // ruleid: solidity-bidirectional-text
    function play(uint256 ‮ a, uint256 b) external {}

    function check() external {
        // ruleid: solidity-bidirectional-text
        bool fair = true; /* ⁧ always */
        // ok: solidity-bidirectional-text
        string memory name = unicode"Käthe";
        // ok: solidity-bidirectional-text
        string memory word = unicode"שלום";
    }
}
