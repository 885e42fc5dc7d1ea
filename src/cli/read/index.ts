/** `gouji read`: what was understood of each sheet. */
export { read } from './read';
