// ruleid: solidity-floating-pragma
pragma solidity ^0.8.20;
// ruleid: solidity-floating-pragma
pragma solidity >=0.8.0 <0.9.0;
// ok: solidity-floating-pragma
pragma solidity 0.8.26;
// ok: solidity-floating-pragma
pragma abicoder v2;

contract Empty {}
