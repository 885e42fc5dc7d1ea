/** The reviewer's desk as a page: one virtualised table of all submissions (`DeskView`), and how it is looked at (`createDeskStore`). */
export { createDeskStore, type DeskStore } from './deskState';
export { DeskView } from './DeskView';
export { keepView, savedView } from './savedView';
export { useDesk } from './useDeskRows';
