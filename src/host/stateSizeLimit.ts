/**
 * The longest state a host keeps, in characters. Excel on the web fails to save settings above about 1 MB
 * (OfficeDev/office-js #3957); ours stay far below.
 */
export const stateSizeLimit = 200_000;
