#ifndef DOSSIERD_CRABBITMQ_SHIM_H
#define DOSSIERD_CRABBITMQ_SHIM_H

#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_ssl_socket.h>
#include <amqp_tcp_socket.h>
#include <sys/eventfd.h> /* missing from Swift's own module of the C library */

/* The login call is variadic, which Swift can't call: this fixes its tail to what PLAIN takes. */
static inline amqp_rpc_reply_t dossierd_login_plain(amqp_connection_state_t state, const char *vhost, int frame_max,
                                                    int heartbeat, const amqp_table_t *properties, const char *user,
                                                    const char *password) {
  return amqp_login_with_properties(state, vhost, 1, frame_max, heartbeat, properties, AMQP_SASL_METHOD_PLAIN, user,
                                    password);
}

#endif
