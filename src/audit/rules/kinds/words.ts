/** A project whose name says so is of secret content: its codes and its 绩效目标 are not published. */
export const SECRET = '涉密';
