// ruleid: solidity-outdated-compiler
pragma solidity 0.4.13;
// ruleid: solidity-outdated-compiler
pragma solidity ^0.6.12;
// ok: solidity-outdated-compiler
pragma solidity 0.8.26;
// ok: solidity-outdated-compiler
pragma abicoder v2;

contract Empty {}
