#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

// res_nquery and its state are macros. Asks for the TXT records of a name: the length of the answer, or -1 with
// h_errno's value in *fault. A server, in network byte order, replaces the system's if its port isn't 0.
static inline int resolver_query_txt(const char *name, in_addr_t server, in_port_t port, unsigned char *answer, int size,
                                     int *fault) {
    struct __res_state state;
    memset(&state, 0, sizeof state);
    if (res_ninit(&state) != 0) {
        *fault = NETDB_INTERNAL;
        return -1;
    }
    if (port != 0) {
        state.nscount = 1;
        memset(&state.nsaddr_list[0], 0, sizeof state.nsaddr_list[0]);
        state.nsaddr_list[0].sin_family = AF_INET;
        state.nsaddr_list[0].sin_addr.s_addr = server;
        state.nsaddr_list[0].sin_port = port;
        state.retrans = 1;
        state.retry = 2;
    }
    int length = res_nquery(&state, name, ns_c_in, ns_t_txt, answer, size);
    *fault = length < 0 ? state.res_h_errno : 0;
    res_nclose(&state);
    return length;
}
