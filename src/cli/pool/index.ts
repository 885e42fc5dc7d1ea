/** Work shared out among this thread and workers: `shareOut`, and `threadHelper` for a worker that says `READY` first. */
export { shareOut, type Helper } from './shareOut';
export { READY, threadHelper } from './threadHelper';
