/**
 * Workbooks encrypted with the password that Excel publishes and tries by itself: "read-only recommended" and the protection of
 * the structure use it, so no one has ever to type it. Sources: [MS-OFFCRYPTO] sections 2.3.4.5–2.3.4.15, 2.3.5.2 and 2.3.6.2.
 */
export { biffWithDefaultPassword, decryptWithDefaultPassword } from './defaultPassword';
