pragma solidity 0.8.26;

contract Quiz {
    // ruleid: solidity-private-secret
    string private password;
    // ruleid: solidity-private-secret
    bytes32 private constant secretAnswer = "forty-two";
    // ok: solidity-private-secret
    uint256 private total;
    // ok: solidity-private-secret
    mapping(address => bytes32) private commitments;
}
