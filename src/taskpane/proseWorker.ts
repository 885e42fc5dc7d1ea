import { answerPage } from '../files/reading/answerPage';

/** Reads a 公开说明 in a thread of its own, so that no document holds up the pane. */
answerPage('prose');
