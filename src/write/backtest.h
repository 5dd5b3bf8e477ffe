/* Writers of a backtest: how far a pattern can be trusted, for people and for programs. */
#ifndef PH_WRITE_BACKTEST_H
#define PH_WRITE_BACKTEST_H

#include "base/buffer.h"
#include "learn/backtest.h"

/* For a terminal of that many columns (0: the usual): each member, all of them, each rule. */
void ph_write_backtest_text(const struct ph_backtest *backtest, int width, struct ph_buffer *out);

/* The same for a program, with every place. */
void ph_write_backtest_json(const struct ph_backtest *backtest, struct ph_buffer *out);

#endif
