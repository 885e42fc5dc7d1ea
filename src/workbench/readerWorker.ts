import { answerPage } from '../files/reading/answerPage';

/** Reads workbooks in a thread of its own, so that no file holds up the page. */
answerPage('workbook');
